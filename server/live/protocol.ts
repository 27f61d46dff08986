// The version of what server and pages say to each other over the live connection. Raise it when old pages would no
// longer understand the views; pages built for another version then reload themselves (close code 4001).
// `screens/live.ts` repeats it for the pages and a test holds the two equal.
export const PROTOCOL = 1

/** Why the server closes a socket, besides what RFC 6455 names: the close codes of the contract. */
export const closeCodes = { wrongVersion: 4001, notAllowed: 4003, noSuchTopic: 4004 } as const

/** What a socket sends: a whole view, or a sign of life. */
export type LiveMessage<V = unknown> =
  | { type: 'view'; topic: string; seq: number; at: string; view: V }
  | { type: 'beat'; at: string }
