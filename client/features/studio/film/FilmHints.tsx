import { useEffect, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Notice } from "#client/ui/Notice.tsx";
import type { Film } from "./open-film.ts";

/** What to know of an open film, kindly: nothing of it stands in the way. */
export function FilmHints({ film }: { readonly film: Film }) {
  const [darkFilm, setDarkFilm] = useState<Film | null>(null);
  useEffect(() => {
    void film.isDark().then((isDark) => setDarkFilm(isDark ? film : null));
  }, [film]);
  const hints = [...film.details.hints, ...(darkFilm === film ? ["dark" as const] : [])];
  return hints.map((hint) => <Notice key={hint}>{text(`film.hint.${hint}`)}</Notice>);
}
