import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { forgetSecret, onNewSecret, readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import { secretSchema } from "#shared/protocol/secret.ts";

/** The page of a link to an own place. It says what the link is; only its button uses the link up. */
export function OwnOpenPage() {
  const [secret, setSecret] = useState(secretOfAddress);
  useEffect(() => onNewSecret(() => setSecret(secretOfAddress())), []);
  return secret === null ? (
    <Page title={text("ownDoors.noSecret")}>
      <p>{text("ownDoors.noSecretWords")}</p>
    </Page>
  ) : (
    <OpenPlace key={secret} secret={secret} />
  );
}

function secretOfAddress(): string | null {
  const secret = secretSchema.safeParse(readSecret());
  return secret.success ? secret.data : null;
}

function OpenPlace({ secret }: { readonly secret: string }) {
  const { refresh } = useSession();
  const [, navigate] = useLocation();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);

  async function handleOpen() {
    setSending(true);
    const answer = await call("openOwnLink", { body: { secret } });
    setSending(false);
    if (!answer.ok) return setRefusal(answer.reason);
    forgetSecret();
    await refresh();
    navigate(paths.own, { replace: true });
  }

  if (refusal === "link-ended" || refusal === "forbidden") {
    const words = refusal === "forbidden" ? "here" : "ended";
    return (
      <Page title={text(`ownDoors.${words}`)}>
        <p>{text(`ownDoors.${words}Words`)}</p>
      </Page>
    );
  }
  return (
    <Page title={text("ownDoors.openTitle")}>
      <p>{text("ownDoors.openWords")}</p>
      <p>{text("ownDoors.openNothing")}</p>
      {refusal !== null && (
        <Notice tone="attention" isAnnounced>
          {refusalWords({ reason: refusal })}
        </Notice>
      )}
      <div>
        <Button kind="primary" isPending={isSending} onPress={() => void handleOpen()}>
          {text("ownDoors.open")}
        </Button>
      </div>
    </Page>
  );
}
