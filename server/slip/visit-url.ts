// Where a visit is followed on a phone.

/** The phone page's full address; null for a hall that is not reached from outside, as it would lead to the phone itself. */
export function visitUrl(publicUrl: string | null, token: string): string | null {
  return publicUrl === null ? null : `${publicUrl}/t/${token}`
}
