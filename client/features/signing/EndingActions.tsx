import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";

interface EndingActionsProps {
  readonly role: "guider" | "practitioner" | "supervisor";
  readonly isSigned: boolean;
  readonly hasAgreed: boolean;
  readonly onStay: () => void;
  readonly onAgree: () => void;
  readonly onTakeBack: () => void;
  readonly onWriteOn: () => void;
  readonly onFinish: () => void;
}

/** The last row of the ending: both may stay, agree or write on; the guider finishes. */
export function EndingActions(props: EndingActionsProps) {
  const { role, isSigned, onStay, onFinish } = props;
  return (
    <>
      <Button onPress={onStay}>{text("ending.stay")}</Button>
      {role !== "supervisor" && <Agreeing {...props} />}
      {role === "guider" && (
        <Button kind={isSigned ? "primary" : "plain"} onPress={onFinish}>
          {text("ending.finish")}
        </Button>
      )}
    </>
  );
}

function Agreeing({ isSigned, hasAgreed, onAgree, onTakeBack, onWriteOn }: EndingActionsProps) {
  if (isSigned) return <Button onPress={onWriteOn}>{text("ending.writeOn")}</Button>;
  if (hasAgreed) return <Button onPress={onTakeBack}>{text("ending.takeBack")}</Button>;
  return (
    <Button kind="primary" onPress={onAgree}>
      {text("ending.agree")}
    </Button>
  );
}
