import type { ListedDevice } from "#client/lib/device-list.ts";
import { text } from "#client/lib/text.ts";
import { SelectField } from "./SelectField.tsx";

type DeviceKind = ListedDevice["kind"];

/** Props of the choice of devices; an empty id stands for whatever the browser takes. */
export interface DevicePickerProps {
  readonly devices: readonly ListedDevice[];
  readonly chosen: Readonly<Record<DeviceKind, string | null>>;
  readonly onChoose: (kind: DeviceKind, deviceId: string) => void;
}

const kinds = ["camera", "microphone", "speaker"] as const;

/** One list for each kind of device that there is to choose from. */
export function DevicePicker({ devices, chosen, onChoose }: DevicePickerProps) {
  return kinds.map((kind) => {
    const ofKind = devices.filter((device) => device.kind === kind);
    if (ofKind.length === 0) return null;
    const label = text(`call.${kind}`);
    const options = ofKind.map(({ deviceId, name }, index) => ({
      value: deviceId,
      label: name === "" ? text("call.device", { kind: label, number: index + 1 }) : name,
    }));
    return (
      <SelectField
        key={kind}
        label={label}
        value={chosen[kind] ?? ""}
        options={[{ value: "", label: text("call.any-device") }, ...options]}
        onChange={(deviceId) => onChoose(kind, deviceId)}
      />
    );
  });
}
