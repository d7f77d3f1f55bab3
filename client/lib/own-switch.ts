/** Something a person switches on for themselves alone, such as captions: shown as a button and in a menu. */
export interface OwnSwitch {
  readonly id: string;
  /** The control's name, which also says when there is nothing to show. */
  readonly words: string;
  readonly isOn: boolean;
  readonly toggle: () => void;
}
