import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { forgetSecret, readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Page } from "#client/ui/Page.tsx";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { secretSchema } from "#shared/protocol/secret.ts";

/**
 * The demo's printed link: `<secret>.<reviewId>` signs the demo guider in and opens the
 * room; a secret alone opens their home.
 */
export function DemoPage() {
  const { setSession } = useSession();
  const [, navigate] = useLocation();
  const [link] = useState(readDemoLink);
  const [refusal, setRefusal] = useState("");

  useEffect(() => {
    if (link === null) return;
    void call("signInToDemo", { body: { secret: link.secret } }).then((answer) => {
      if (!answer.ok) {
        setRefusal(refusalWords(answer));
        return;
      }
      forgetSecret();
      setSession(answer.value);
      navigate(link.reviewId === null ? paths.home : paths.room(link.reviewId), { replace: true });
    });
  }, [link, setSession, navigate]);

  if (link === null) {
    return (
      <Page title={text("demo.none")}>
        <p>{text("demo.noneWords")}</p>
      </Page>
    );
  }
  return (
    <Page title={text("demo.title")}>
      <p role="status">{refusal === "" ? text("common.loading") : refusal}</p>
    </Page>
  );
}

function readDemoLink(): { secret: string; reviewId: string | null } | null {
  const [secret = "", reviewId = null] = (readSecret() ?? "").split(".");
  const isWhole =
    secretSchema.safeParse(secret).success && reviewIdSchema.nullable().safeParse(reviewId).success;
  return isWhole ? { secret, reviewId } : null;
}
