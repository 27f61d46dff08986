// How the server reaches one printer: by whatever way the plan names, it can be looked at and given a slip.
import type { Condition, Outcome } from './condition.ts'

export interface Link {
  /** What it takes: the printer's own language, or a picture. */
  readonly format: 'escpos' | 'png'
  /** Milliseconds between two looks while all is well. */
  readonly every: number
  /** The same while it gives none. */
  readonly everyWhileBad: number
  /**
   * Milliseconds after which a slip of so many bytes that is not out counts as failed, whatever the link may be waiting
   * for; 0 bytes: a look.
   */
  longest(bytes: number): number
  /** How it is now. Never rejects. */
  look(): Promise<Condition>
  /**
   * Prints, and looks after it until it is out. Never rejects. `title` names the slip where slips have names;
   * `blindly`: even if the printer does not say how it is.
   */
  print(bytes: Uint8Array, title: string, blindly: boolean): Promise<Outcome>
  /** Lets go of all that is open. */
  stop(): void
}

export interface LinkParts {
  /** Folder for pictures on their way, and for those of the fake printer. */
  readonly folder: string
  /** Tells what went wrong, or where a slip was drawn, for the log. */
  readonly told: (message: string) => void
}
