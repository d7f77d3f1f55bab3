import { Link } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Page } from "#client/ui/Page.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title={text("notFound.title")}>
      <p>{text("notFound.words")}</p>
      <div>
        <Link href={paths.home} className={buttonClasses("plain")}>
          {text("notFound.home")}
        </Link>
      </div>
    </Page>
  );
}
