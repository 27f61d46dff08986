// For the tests of every front end: what the type check cannot see in a pair of language files.

function parameters(text: string): string {
  return (text.match(/\{\w+\}/g) ?? []).sort().join(' ')
}

/** Keys whose text is empty in either language, or whose parameters differ between the two. */
export function textFaults(id: Record<string, string>, en: Record<string, string>): string[] {
  return Object.keys(id).filter((key) => {
    const [ours, theirs] = [id[key] ?? '', en[key] ?? '']
    return ours.trim() === '' || theirs.trim() === '' || parameters(ours) !== parameters(theirs)
  })
}
