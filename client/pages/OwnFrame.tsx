import type { ReactNode } from "react";
import { Link, Redirect } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Loading } from "#client/ui/Loading.tsx";
import type { JourneyId, ReviewId } from "#shared/domain/ids.ts";
import styles from "./GuiderFrame.module.css";
import { Unreachable } from "./Unreachable.tsx";

/** Whose own place it is: the practitioner of this journey, in a browser in which they were let in. */
export interface OwnPerson {
  readonly journeyId: JourneyId;
  readonly name: string;
  /** The review of this browser's link. */
  readonly reviewId: ReviewId;
}

/** What stands around every page of a practitioner's own place; anybody else is led to where they may be. */
export function OwnFrame({ children }: { readonly children: (me: OwnPerson) => ReactNode }) {
  const { current, refresh } = useSession();
  if (current.state === "loading") return <Loading />;
  if (current.state === "unreachable") return <Unreachable onTryAgain={() => void refresh()} />;
  const { session } = current;
  if (session.kind !== "guest") return <Redirect to={paths.home} replace />;
  const { ownJourneyId: journeyId, name, reviewId } = session;
  if (journeyId === null) return <Redirect to={paths.wayIn} replace />;
  return (
    <>
      <header className={styles["header"]}>
        <nav aria-label={text("ownPlace.nav")} className={styles["nav"]}>
          <Link href={paths.own} className={styles["brand"]}>
            <img src="/icon.svg" alt="" width={28} height={28} />
            {text("ownPlace.title")}
          </Link>
          <Link href={paths.growth(journeyId)} className={styles["link"]}>
            {text("ownPlace.growth")}
          </Link>
          <Link href={paths.strengths} className={styles["link"]}>
            {text("ownPlace.strengths")}
          </Link>
        </nav>
        <span className={styles["name"]}>{name}</span>
      </header>
      {children({ journeyId, name, reviewId })}
    </>
  );
}
