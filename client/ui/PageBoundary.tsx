import { Component } from "react";
import type { ReactNode } from "react";

interface PageBoundaryProps {
  /** What is shown once a page could not be loaded or drawn; `again` draws it anew. */
  readonly fallback: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a page that could not be loaded or drawn from leaving an empty window. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed
      ? this.props.fallback(() => location.reload())
      : this.props.children;
  }
}
