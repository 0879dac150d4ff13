import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDigits } from '../../../functions/domain/reading/workbook/plain-digits.ts'

test('any decimal of up to 15 digits comes back as it was written', () =>
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 20 }), (units, places) => {
      const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
      const whole = digits.slice(0, digits.length - places)
      const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
      const text = `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
      expect(plainDigits(Number(text))).toBe(text)
    }),
  ))

test('any double is plain digits, and the same number to 15 digits', () =>
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
      const text = plainDigits(value)
      expect(text).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(text).toPrecision(15)).toBe((value === 0 ? 0 : value).toPrecision(15))
    }),
  ))
