import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { en } from "#client/text/en.ts";
import type { TextId } from "#client/text/en.ts";

const i18n = setupI18n({ locale: "en", messages: { en } });
i18n.setMessagesCompiler(compileMessage);

/** The words for an id in the present language, with `{values}` put in (ICU plurals work). */
export function text(id: TextId, values?: Record<string, string | number>): string {
  return i18n._(id, values);
}
