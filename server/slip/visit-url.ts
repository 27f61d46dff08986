// Where to follow a visit on a phone.

/** The phone page's full address; null if the hall has no public address, as it would lead to the phone itself. */
export function visitUrl(publicUrl: string | null, token: string): string | null {
  return publicUrl === null ? null : `${publicUrl}/t/${token}`
}
