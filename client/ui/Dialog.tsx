import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton.tsx";

/** Props of a dialog that its owner opens and closes. */
export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, the close button and a press outside all lead here. */
  readonly onClose: () => void;
  /** Room for a picture. */
  readonly isWide?: boolean;
  /** It is read before anything is written: focus stays at its beginning. */
  readonly isReadFirst?: boolean;
  readonly children: ReactNode;
  /** Its last row: buttons, the main one last. */
  readonly actions?: ReactNode;
}

/**
 * A dialog over the page. Focus goes to its first field unless it is read first, stays inside, and goes
 * back to where it was; Escape closes it.
 */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, isWide = false, isReadFirst = false, children, actions } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={classNames(styles["overlay"])}
    >
      <Modal className={classNames(styles["modal"], isWide && styles["wide"])}>
        <AriaDialog className={classNames(styles["dialog"])}>
          <div className={styles["head"]}>
            <Heading slot="title" level={2} className={classNames(styles["title"])}>
              {title}
            </Heading>
            <IconButton label={text("common.close")} onPress={onClose}>
              <X size={20} />
            </IconButton>
          </div>
          <Body isReadFirst={isReadFirst}>{children}</Body>
          {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface BodyProps {
  readonly isReadFirst: boolean;
  readonly children: ReactNode;
}

function Body({ isReadFirst, children }: BodyProps) {
  const bodyRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isReadFirst) return;
    const fields = "input:not([hidden]), textarea, select";
    bodyRef.current?.querySelector<HTMLElement>(fields)?.focus();
  }, [isReadFirst]);
  return (
    <div ref={bodyRef} className={styles["body"]}>
      {children}
    </div>
  );
}
