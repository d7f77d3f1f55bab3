import { useEffect, useState } from "react";
import { subscribeToAnnouncements } from "#client/lib/announce.ts";
import type { Urgency } from "#client/lib/announce.ts";

/** The page's two live regions. Stands once in the app; use `announce()` to speak through it. */
export function Announcer() {
  const [said, setSaid] = useState({ polite: "", assertive: "" });
  useEffect(
    () =>
      subscribeToAnnouncements((words, urgency: Urgency) => {
        // A no-break space makes the same words a change, so that they are said again.
        setSaid((before) => ({
          ...before,
          [urgency]: before[urgency] === words ? `${words}\u00a0` : words,
        }));
      }),
    [],
  );
  return (
    // Exempt from the hiding that an open dialog does to the rest of the page.
    <div className="visually-hidden" data-react-aria-top-layer="true">
      <div role="status" aria-live="polite">
        {said.polite}
      </div>
      <div role="alert" aria-live="assertive">
        {said.assertive}
      </div>
    </div>
  );
}
