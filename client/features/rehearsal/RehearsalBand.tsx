import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import styles from "./Rehearsal.module.css";

/** Stands above every page of a rehearsal: whose view this is, that they are not here, and the way back. */
export function RehearsalBand() {
  const { current } = useSession();
  const [guest, setGuest] = useState<{ name: string; reviewId: string } | null>(null);
  const session = current.state === "known" ? current.session : null;
  if (session?.kind === "guest" && session.reviewId !== guest?.reviewId) setGuest(session);
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--band", "3.5rem");
    return () => void style.removeProperty("--band");
  }, []);
  const [location] = useLocation();
  const isLeft = location === paths.left;
  useEffect(() => {
    // Out of the rehearsal's room there is nothing to see; a real knock is heard on the guider's own page.
    if (isLeft && guest !== null) window.location.assign(paths.rehearsal(guest.reviewId));
  }, [isLeft, guest]);
  const isOver = current.state !== "loading" && session?.kind !== "guest";
  return (
    <aside className={styles["band"]} aria-label={text("rehearsal.title")}>
      <p role="status">{wordsOf(isOver, guest)}</p>
      {/* A page of the real house: it is loaded anew. */}
      <a
        href={guest === null ? paths.home : paths.rehearsal(guest.reviewId)}
        className={buttonClasses("plain")}
      >
        {text("rehearsal.band.back")}
      </a>
    </aside>
  );
}

function wordsOf(isOver: boolean, guest: { readonly name: string } | null): string {
  if (isOver) return text("rehearsal.band.over");
  return guest === null ? "" : text("rehearsal.band", { name: guest.name });
}
