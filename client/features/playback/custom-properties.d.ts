import "react";

declare module "react" {
  interface CSSProperties {
    /** Custom properties of the design, set where a value is only known at run time. */
    [name: `--${string}`]: string | number | undefined;
  }
}
