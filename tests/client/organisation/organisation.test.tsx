import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Colleagues } from "#client/features/organisation/Colleagues.tsx";
import { draftOf, needsReason, settingsOf } from "#client/features/organisation/settings-draft.ts";
import { SettingsFacts } from "#client/features/organisation/SettingsFacts.tsx";
import { SettingsForm } from "#client/features/organisation/SettingsForm.tsx";
import { ourKeeping } from "#shared/domain/organisation.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import { newId } from "#tests/helpers/build-records.ts";

const kept: Organisation = {
  name: "Birch Lane Nursery",
  ...ourKeeping,
  keptLongerWhy: "",
  safeguardingContact: "Rowan, 01632 960 001",
  language: "en",
};

describe("settings while they are typed", () => {
  it("[JN78] need their reason from the first day or month more than ours", () => {
    const draft = draftOf(kept);

    expect(settingsOf(draft)).toEqual(kept);
    expect(needsReason(draft)).toBe(false);
    expect(needsReason({ ...draft, clipsKeptDays: "61" })).toBe(true);
    expect(settingsOf({ ...draft, wordsKeptMonths: "13" })).toBeNull();
    expect(
      settingsOf({ ...draft, wordsKeptMonths: "13", keptLongerWhy: "The school asked." }),
    ).toMatchObject({ wordsKeptMonths: 13, keptLongerWhy: "The school asked." });
  });

  it("[JN78] drop a reason that nobody needs any more", () => {
    const shorter = { ...draftOf(kept), clipsKeptDays: "30", keptLongerWhy: "The school asked." };

    expect(settingsOf(shorter)).toMatchObject({ clipsKeptDays: 30, keptLongerWhy: "" });
  });

  it.each(["", "0", "-1", "1.5", "366", "two", "1e2"])(
    "are none with %j for the days",
    (clipsKeptDays) => {
      expect(settingsOf({ ...draftOf(kept), clipsKeptDays, keptLongerWhy: "why" })).toBeNull();
    },
  );
});

describe("the settings' form", () => {
  const form = (settings: Organisation) =>
    renderToStaticMarkup(
      <SettingsForm
        kept={settings}
        isSending={false}
        refusal=""
        onKeep={() => Promise.resolve(true)}
      />,
    );

  it("[JN78] asks why only where something is kept longer", () => {
    const longer = { ...kept, clipsKeptDays: 90, keptLongerWhy: "The school asked." };

    expect(form(kept)).not.toContain("Why are they kept longer?");
    expect(form(longer)).toContain("Why are they kept longer?");
    expect(form(longer)).toContain("The school asked.");
    expect(form(kept)).toContain("All kept");
  });
});

it("[JN79] a safeguarding lead reads the contact and how long things are kept, with nothing to change", () => {
  const page = renderToStaticMarkup(<SettingsFacts kept={{ ...kept, clipsKeptDays: 1 }} />);

  expect(page).toContain("Rowan, 01632 960 001");
  expect(page).toContain("1 day after the last review");
  expect(page).toContain("12 months after the last review");
  expect(page).not.toMatch(/<(input|button|textarea|select)/);
  expect(page).not.toContain("Why are they kept longer?");
});

it("[JN75] [JN93] the list of colleagues says who and as what, marks oneself, and has a way to end each open link and to close each account but one's own", () => {
  const ownAccountId = newId.account();
  const page = renderToStaticMarkup(
    <Colleagues
      colleagues={[
        { accountId: ownAccountId, name: "Nadia", role: "guider", isClosed: false },
        { accountId: newId.account(), name: "Rowan", role: "safeguardingLead", isClosed: false },
        { accountId: newId.account(), name: "Sam", role: "guider", isClosed: true },
      ]}
      invites={[
        {
          accountInviteId: newId.accountInvite(),
          name: "Priya",
          role: "orgAdmin",
          closesAtMs: new Date("2026-11-30T12:00").getTime(),
        },
      ]}
      ownAccountId={ownAccountId}
      refusal=""
      onAsk={() => undefined}
      onEnd={() => Promise.resolve(true)}
      onClose={() => undefined}
      onOpen={() => undefined}
    />,
  );

  expect(page).toContain("Nadia (you)");
  expect(page).toMatch(/Rowan<\/span><span[^>]*>Safeguarding lead/);
  expect(page).toContain("Organisation admin, link open until 30 November 2026");
  expect(page).toContain('aria-label="End the link of Priya"');
  expect(page).toContain('aria-label="Close the account of Rowan"');
  expect(page).toMatch(/Sam<\/span><span[^>]*>Account closed/);
  expect(page).toContain('aria-label="Open the account of Sam again"');
  expect(page).not.toContain("the account of Nadia");
});
