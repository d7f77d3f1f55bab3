import { useId, useState } from "react";
import { Link } from "wouter";
import { call } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { AccountRole, Colleague } from "#shared/domain/organisation.ts";
import { AskInDialog } from "./AskInDialog.tsx";
import { CloseAccountDialog } from "./CloseAccountDialog.tsx";
import { Colleagues } from "./Colleagues.tsx";
import { SettingsFacts } from "./SettingsFacts.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

interface OrganisationViewProps {
  readonly accountId: string;
  readonly role: AccountRole;
}

const leads = {
  guider: "organisation.lead",
  orgAdmin: "organisation.adminLead",
  safeguardingLead: "organisation.leadLead",
} as const;
const readOrganisation = () => call("readOrganisation");
const readColleagues = () => call("readColleagues");

/** The organisation's page: who may change it has forms, a safeguarding lead reads how it is set up. */
export function OrganisationView({ accountId, role }: OrganisationViewProps) {
  const mayChange = role !== "safeguardingLead";
  return (
    <Page title={text("organisation.title")} width="wide">
      <p>{text(leads[role])}</p>
      <Settings mayChange={mayChange} />
      {mayChange && <WhoSignsIn ownAccountId={accountId} />}
      {mayChange && <OurWords />}
    </Page>
  );
}

function Settings({ mayChange }: { readonly mayChange: boolean }) {
  const { answer, isSending, refusal, change } = useAnswered(readOrganisation);
  const id = useId();
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("organisation.settings")}</h2>
      {mayChange ? (
        <SettingsForm
          kept={answer.value}
          isSending={isSending}
          refusal={refusal}
          onKeep={(settings) => change(() => call("setOrganisation", { body: settings }))}
        />
      ) : (
        <SettingsFacts kept={answer.value} />
      )}
    </Card>
  );
}

function WhoSignsIn({ ownAccountId }: { readonly ownAccountId: string }) {
  const { answer, refusal, change } = useAnswered(readColleagues);
  const [isAsking, setAsking] = useState(false);
  const [closing, setClosing] = useState<Colleague | null>(null);
  const setClosed = ({ accountId }: Colleague, isClosed: boolean) =>
    change(() => call("closeAccount", { body: { accountId, isClosed } }));
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  return (
    <>
      <Colleagues
        {...answer.value}
        ownAccountId={ownAccountId}
        refusal={refusal}
        onAsk={() => setAsking(true)}
        onClose={setClosing}
        onOpen={(colleague) => void setClosed(colleague, false)}
        onEnd={({ accountInviteId }) =>
          change(async () => {
            const ended = await call("endColleagueInvite", { body: { accountInviteId } });
            return ended.ok ? await readColleagues() : ended;
          })
        }
      />
      {closing !== null && (
        <CloseAccountDialog
          name={closing.name}
          onSure={() => {
            setClosing(null);
            void setClosed(closing, true);
          }}
          onClose={() => setClosing(null)}
        />
      )}
      {isAsking && (
        <AskInDialog onMade={() => void change(readColleagues)} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function OurWords() {
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("organisation.words")}</h2>
      <p>{text("organisation.wordsLead")}</p>
      <div>
        <Link href={paths.framework} className={buttonClasses("plain")}>
          {text("organisation.open")}
        </Link>
      </div>
    </Card>
  );
}
