import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, Redirect, useLocation } from "wouter";
import { call } from "#client/lib/api.ts";
import { forgetAllUnsent } from "#client/lib/board-unsent.ts";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import type { AccountRole } from "#shared/domain/organisation.ts";
import styles from "./GuiderFrame.module.css";
import { Unreachable } from "./Unreachable.tsx";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 5_000 } },
});

interface GuiderFrameProps {
  readonly children: ReactNode;
  /** As what somebody has to be signed in to see the page; a guider when left out. */
  readonly openTo?: readonly AccountRole[];
}

/** What stands around every page of somebody signed in; anybody else is led to signing in. */
export function GuiderFrame({ children, openTo = ["guider"] }: GuiderFrameProps) {
  const { current, refresh } = useSession();
  if (current.state === "loading") return <Loading />;
  if (current.state === "unreachable") return <Unreachable onTryAgain={() => void refresh()} />;
  const { session } = current;
  if (session.kind !== "guider" && session.kind !== "staff") {
    return <Redirect to={paths.signIn} replace />;
  }
  const role = session.kind === "guider" ? "guider" : session.role;
  if (!openTo.includes(role)) return <Redirect to={paths.organisation} replace />;
  return (
    <QueryClientProvider client={queries}>
      <Header name={session.name} role={role} />
      {children}
    </QueryClientProvider>
  );
}

function Header({ name, role }: { readonly name: string; readonly role: AccountRole }) {
  const { refresh } = useSession();
  const [, navigate] = useLocation();

  async function handleSignOut() {
    await call("endSession", { body: { sharedComputer: false } });
    queries.clear();
    forgetAllUnsent();
    navigate(paths.signIn);
    await refresh();
  }

  return (
    <header className={styles["header"]}>
      <nav aria-label={text("shell.nav")} className={styles["nav"]}>
        <Link href={paths.home} className={styles["brand"]}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className={styles["product"]}>{text("common.product")}</span>
        </Link>
        {role === "guider" && (
          <>
            <Link href={paths.home} className={styles["link"]}>
              {text("shell.journeys")}
            </Link>
            <Link href={paths.supervision} className={styles["link"]}>
              {text("log.nav")}
            </Link>
          </>
        )}
        <Link href={paths.organisation} className={styles["link"]}>
          {text("organisation.nav")}
        </Link>
      </nav>
      <div className={styles["who"]}>
        <span className={styles["name"]} title={text("shell.signedInAs", { name })}>
          {name}
        </span>
        <Button kind="quiet" onPress={() => void handleSignOut()}>
          {text("shell.signOut")}
        </Button>
      </div>
    </header>
  );
}
