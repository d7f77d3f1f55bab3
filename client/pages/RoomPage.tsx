import { useEffect, useState } from "react";
import { Link } from "wouter";
import { call } from "#client/lib/api.ts";
import type { Answered } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { Room } from "#shared/protocol/http-api.ts";

/** The review room. */
export function RoomPage({ reviewId }: { readonly reviewId: string }) {
  const [answer, setAnswer] = useState<Answered<Room> | null>(null);
  useEffect(() => {
    void call("readRoom", { params: { reviewId } }).then(setAnswer);
  }, [reviewId]);

  if (answer === null) return <Loading words={text("room.opening")} />;
  if (!answer.ok) {
    return (
      <Page title={text("shell.unreachable")}>
        <p>{refusalWords(answer)}</p>
        <div>
          <Link href={paths.home} className={buttonClasses("plain")}>
            {text("notFound.home")}
          </Link>
        </div>
      </Page>
    );
  }
  return (
    <Page title={text("review.title")} width="wide">
      <p>{answer.value.helpingQuestion}</p>
      <ol>
        {answer.value.clips.map((clip) => (
          <li key={clip.clipId}>{clip.title}</li>
        ))}
      </ol>
    </Page>
  );
}
