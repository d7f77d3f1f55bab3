import { Link } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Notice } from "#client/ui/Notice.tsx";
import { cutRefusalWords } from "#client/features/studio/cut/cut-words.ts";
import { lengthWords } from "#client/features/studio/film/film-words.ts";
import type { MakingNews } from "./clip-making.ts";

/** Why a clip could not be made or sent, in words that say what is kept and what to do. */
export function MakingNotice(props: {
  readonly news: MakingNews | undefined;
  readonly journeyId: string;
}) {
  const { news, journeyId } = props;
  if (news === undefined || news.kind === "going-up") return null;
  const isPermission =
    news.kind === "send-refused" && news.refused.reason === "permissions-missing";
  return (
    <Notice tone="attention" isAnnounced>
      {noticeWords(news)}
      {isPermission && (
        <>
          {" "}
          <Link href={paths.journey(journeyId)}>{text("people.title")}</Link>
        </>
      )}
    </Notice>
  );
}

function noticeWords(news: Exclude<MakingNews, { kind: "going-up" }>): string {
  if (news.kind === "cut-refused") return cutRefusalWords(news.refused, lengthWords);
  if (news.kind === "send-refused") return refusalWords(news.refused);
  return text(`drafts.news.${news.kind}`);
}
