// The numbers 0 to 120 as people say them, written out by hand: what the number grammar is held against.

const read = (lines: string) => lines.trim().split(/\s*[,\n]\s*/)

export const indonesian = read(`
  nol, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan
  sepuluh, sebelas, dua belas, tiga belas, empat belas, lima belas, enam belas, tujuh belas, delapan belas, sembilan belas
  dua puluh, dua puluh satu, dua puluh dua, dua puluh tiga, dua puluh empat
  dua puluh lima, dua puluh enam, dua puluh tujuh, dua puluh delapan, dua puluh sembilan
  tiga puluh, tiga puluh satu, tiga puluh dua, tiga puluh tiga, tiga puluh empat
  tiga puluh lima, tiga puluh enam, tiga puluh tujuh, tiga puluh delapan, tiga puluh sembilan
  empat puluh, empat puluh satu, empat puluh dua, empat puluh tiga, empat puluh empat
  empat puluh lima, empat puluh enam, empat puluh tujuh, empat puluh delapan, empat puluh sembilan
  lima puluh, lima puluh satu, lima puluh dua, lima puluh tiga, lima puluh empat
  lima puluh lima, lima puluh enam, lima puluh tujuh, lima puluh delapan, lima puluh sembilan
  enam puluh, enam puluh satu, enam puluh dua, enam puluh tiga, enam puluh empat
  enam puluh lima, enam puluh enam, enam puluh tujuh, enam puluh delapan, enam puluh sembilan
  tujuh puluh, tujuh puluh satu, tujuh puluh dua, tujuh puluh tiga, tujuh puluh empat
  tujuh puluh lima, tujuh puluh enam, tujuh puluh tujuh, tujuh puluh delapan, tujuh puluh sembilan
  delapan puluh, delapan puluh satu, delapan puluh dua, delapan puluh tiga, delapan puluh empat
  delapan puluh lima, delapan puluh enam, delapan puluh tujuh, delapan puluh delapan, delapan puluh sembilan
  sembilan puluh, sembilan puluh satu, sembilan puluh dua, sembilan puluh tiga, sembilan puluh empat
  sembilan puluh lima, sembilan puluh enam, sembilan puluh tujuh, sembilan puluh delapan, sembilan puluh sembilan
  seratus, seratus satu, seratus dua, seratus tiga, seratus empat
  seratus lima, seratus enam, seratus tujuh, seratus delapan, seratus sembilan
  seratus sepuluh, seratus sebelas, seratus dua belas, seratus tiga belas, seratus empat belas
  seratus lima belas, seratus enam belas, seratus tujuh belas, seratus delapan belas, seratus sembilan belas
  seratus dua puluh
`)

export const english = read(`
  zero, one, two, three, four, five, six, seven, eight, nine
  ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen
  twenty, twenty-one, twenty-two, twenty-three, twenty-four
  twenty-five, twenty-six, twenty-seven, twenty-eight, twenty-nine
  thirty, thirty-one, thirty-two, thirty-three, thirty-four
  thirty-five, thirty-six, thirty-seven, thirty-eight, thirty-nine
  forty, forty-one, forty-two, forty-three, forty-four
  forty-five, forty-six, forty-seven, forty-eight, forty-nine
  fifty, fifty-one, fifty-two, fifty-three, fifty-four
  fifty-five, fifty-six, fifty-seven, fifty-eight, fifty-nine
  sixty, sixty-one, sixty-two, sixty-three, sixty-four
  sixty-five, sixty-six, sixty-seven, sixty-eight, sixty-nine
  seventy, seventy-one, seventy-two, seventy-three, seventy-four
  seventy-five, seventy-six, seventy-seven, seventy-eight, seventy-nine
  eighty, eighty-one, eighty-two, eighty-three, eighty-four
  eighty-five, eighty-six, eighty-seven, eighty-eight, eighty-nine
  ninety, ninety-one, ninety-two, ninety-three, ninety-four
  ninety-five, ninety-six, ninety-seven, ninety-eight, ninety-nine
  one hundred, one hundred and one, one hundred and two, one hundred and three, one hundred and four
  one hundred and five, one hundred and six, one hundred and seven, one hundred and eight, one hundred and nine
  one hundred and ten, one hundred and eleven, one hundred and twelve, one hundred and thirteen
  one hundred and fourteen, one hundred and fifteen, one hundred and sixteen, one hundred and seventeen
  one hundred and eighteen, one hundred and nineteen, one hundred and twenty
`)
