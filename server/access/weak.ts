// Which passwords are refused: too short, the user name, or one that everybody tries first.

/** Shortest password that is accepted, in characters. */
export const shortestPassword = 10

/** Longest one: far beyond what anybody types, short enough to cost nothing. */
export const longestPassword = 200

// Chosen by hand: what people in an Indonesian office try first, among what is long enough to be let through.
const common = new Set(
  `1234567890 0987654321 0123456789 1234512345 12345678910 123456789a 1111111111 1122334455 password10 password11
  password12 password123 password1234 passw0rd123 p@ssw0rd123 qwerty1234 qwerty12345 qwertyuiop qwertyuiop123
  1q2w3e4r5t q1w2e3r4t5 1qaz2wsx3edc asdfghjkl1 asdfghjkl123 zxcvbnm123 abcd123456 abc1234567 abcdefghij
  aaaaaaaaaa iloveyou12 iloveyou123 sayangku123 akusayangkamu cintaku123 bismillah1 bismillah12 bismillah123
  alhamdulillah indonesia1 indonesia12 indonesia123 indonesia45 indonesiaku merdeka1945 jakarta123 bali123456
  karangasem karangasem1 karangasem123 amlapura123 pelayanan1 pelayanan123 admin12345 admin123456 administrator
  administrator1 admin@1234 manager123 petugas123 petugas1234 supervisor supervisor1 antrean123 rahasia123
  katasandi123 selamatdatang selamatpagi welcome123 welcome1234 letmein123 football123 sepakbola1 doraemon123
  changeme123 gantisandi123 freedom123 superman123 princess123 sunshine123`.split(/\s+/u),
)

/** Whether nobody may choose this password. Characters are counted as people count them. */
export function isWeak(password: string, username: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const length = [...plain].length
  return (
    length < shortestPassword ||
    length > longestPassword ||
    plain === username ||
    common.has(plain) ||
    new Set(plain).size < 3
  )
}
