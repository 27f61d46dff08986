// A door: those who may, and all that they may. The table of them is doors.ts.
import type { Role } from './audience.ts'
import type { Whose } from './whose.ts'

export interface Door {
  /** The heading in docs/access.md. */
  readonly title: string
  readonly may: readonly Role[]
  /** What the address names, by whose agency `officer` and `other-officer` are told apart; absent: no difference. */
  readonly of?: Whose
  /** A device is no person: it too is asked to sign in (401), where it is elsewhere not allowed (403). */
  readonly asksToSignIn?: true
  /** Open to who has a one-time password still to change too; elsewhere that is 403 `password-must-change`. */
  readonly newcomersToo?: true
  /** Method and address as the route has them. With `:token`, any other token answers 404. */
  readonly routes: readonly string[]
  /** Addresses that a browser opens, with what is there. Those outside of `/api/` are served where pages are built. */
  readonly pages?: Readonly<Record<string, string>>
  /** Topics of the socket, with what they show. `<…>` stands for anything. */
  readonly views?: Readonly<Record<string, string>>
}

/** The lines of all its routes and pages, `GET /kiosk/`. */
export function linesOf({ routes, pages = {} }: Door): string[] {
  return [...routes, ...Object.keys(pages).map((url) => `GET ${url}`)]
}
