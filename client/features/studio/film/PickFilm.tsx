import { useRef } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ButtonKind } from "#client/ui/Button.tsx";
import type { FilmHandle } from "./film-keeper.ts";
import { canComeBack, filmEndings, pickFilm } from "./pick-film.ts";

/** A button that lets a film be chosen from this device, with the way back to it where the browser has one. */
export function PickFilm(props: {
  readonly kind?: ButtonKind;
  readonly isPending?: boolean;
  readonly onPicked: (file: File, handle: FilmHandle | null) => void;
}) {
  const { kind = "plain", isPending = false, onPicked } = props;
  const inputRef = useRef<HTMLInputElement>(null);

  async function handlePress() {
    if (!canComeBack()) {
      inputRef.current?.click();
      return;
    }
    const picked = await pickFilm(text("film.title"));
    if (picked !== null) onPicked(picked.file, picked.handle);
  }

  return (
    <>
      <input
        ref={inputRef}
        type="file"
        accept={["video/*", ...filmEndings].join(",")}
        hidden
        aria-label={text("film.chooseLabel")}
        onChange={({ target }) => {
          const file = target.files?.item(0) ?? null;
          if (file !== null) onPicked(file, null);
          target.value = ""; // so that the same file can be chosen again
        }}
      />
      <Button kind={kind} isPending={isPending} onPress={() => void handlePress()}>
        {text("film.choose")}
      </Button>
    </>
  );
}
