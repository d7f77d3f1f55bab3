/** Text that may stand in a page as it is, because every value in it was escaped. */
export interface Markup {
  readonly html: string;
}

/** Text as it may stand between tags and in a quoted attribute, whatever it holds. */
export function escapeHtml(text: string): string {
  return text.replaceAll(
    /[&<>"'`\0]/g,
    (sign) => `&#${sign === "\0" ? 0xfffd : sign.charCodeAt(0)};`,
  );
}

/** A template for pages and files of markup: every value is escaped unless such a template made it. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const told = (value: (typeof values)[number]) => {
    if (typeof value === "string") return escapeHtml(value);
    return "html" in value ? value.html : value.map((one) => one.html).join("");
  };
  return {
    html: parts.map((part, n) => part + (n < values.length ? told(values[n] ?? "") : "")).join(""),
  };
}
