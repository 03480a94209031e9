import type { Dice } from './random.ts'

/** What a made-up text can depend on besides the name of its field. */
export interface TextPlace {
  dice: Dice
  key: string
  /** Name of the object that holds the field, in the singular: `warehouse` for `warehouses[].name`. */
  owner: string
  /** Makes up a date near today, `YYYY-MM-DD`. */
  date: () => string
}

type Maker = (place: TextPlace) => string

const one =
  (list: readonly string[]): Maker =>
  ({ dice, key }) =>
    dice.pick(key, list)

const people = [
  'Ana Lima',
  'Budi Santoso',
  'Chloe Martin',
  'Daniel Okafor',
  'Hana Kim',
  'Linh Tran',
  'Marco Rossi',
  'Sofia Reyes',
]
const givenNames = people.map((name) => name.split(' ')[0]!)
const familyNames = people.map((name) => name.split(' ')[1]!)
const products = [
  'Enamel mug, 350 ml, forest green',
  'Canvas tote bag with zip pocket',
  'Bamboo desk lamp, warm white',
  'Ribbed cotton socks, 3 pairs',
  'Stainless steel water bottle, 750 ml',
  'Ceramic plant pot with saucer',
  'Wireless phone stand, foldable',
  'Linen apron, one size',
]
const streets = ['12 Harbour Street', '48 Mill Lane', '7 Orchard Road', '230 Station Avenue', '5 Garden Row']
const sentences = [
  'Please pack it as a gift.',
  'Leave it at the front desk.',
  'Arrived later than expected.',
  'Checked and approved.',
]
const alphanumeric = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const decimal =
  (least: number, most: number): Maker =>
  ({ dice, key }) =>
    (dice.integer(key, least * 100, most * 100) / 100).toFixed(2)

/** Names by what they name: for `name` that is the object around it, for `warehouse_name` the word in front. */
const named: [RegExp, readonly string[]][] = [
  [/sku|variation|attribute|option_value|value/, ['Forest green', 'Warm white', 'Navy', '350 ml', 'Size M']],
  [/product|item|goods|line|listing|live|video|title/, products],
  [/_address|buyer|recipient|contact|creator|seller|user|person|sender|customer/, people],
  [
    /provider|carrier|logistic|delivery|shipping/,
    ['Parcel Express', 'City Courier', 'Standard Post', 'Overnight Freight'],
  ],
  [/payment|card/, ['Credit card', 'Bank transfer', 'Cash on delivery']],
  [/brand|manufacturer|company|business|trade/, ['Northwind Home', 'Alder & Ash', 'Blue Heron', 'Little Mill']],
  [/categor/, ['Kitchenware', 'Home textiles', 'Lighting', 'Garden']],
  [/city|town|district|level|region|^address$/, ['Springfield', 'Riverside', 'Fairview', 'Lakeside']],
]

const nameOf = (what: string, { dice, key }: TextPlace) => {
  const list = named.find(([pattern]) => pattern.test(what))?.[1]
  if (list) return dice.pick(key, list)
  const noun = what.replaceAll('_', ' ') || 'example'
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${dice.integer(key, 1, 99)}`
}

/** The first pattern that a field's name fits decides; the most telling names stand first. */
const makers: [RegExp, Maker][] = [
  [
    /^id$|_ids?$|^ids$|_id_(list|string)$|_no$|_serial_no$/,
    ({ dice, key }) => `17${dice.digits(key, 16)}${dice.pick(`${key}!`, [1, 3, 7, 9])}`,
  ],
  [/currency/, () => 'USD'],
  [/e?mail$/, ({ dice, key }) => `buyer.${dice.digits(key, 4)}@example.com`],
  [
    /phone|telephone|whatsapp|telegram|zalo|viber|^local_number$/,
    ({ dice, key }) => `(+1)202555${dice.text(key, 4, '0123456789')}`,
  ],
  [
    /url|link$|avatar|image$|img$|^cover$/,
    ({ dice, key }) => `https://shop.example.com/${dice.text(key, 12, '0123456789abcdef')}`,
  ],
  [/uri$/, ({ dice, key }) => `tos-example-us/${dice.text(key, 32, '0123456789abcdef')}`],
  [/first_name/, one(givenNames)],
  [/last_name|middle_name/, one(familyNames)],
  [
    /user_?name|nick_?name|handle/,
    ({ dice, key }) => `${dice.pick(key, givenNames).toLowerCase()}_${dice.digits(`${key}#`, 4)}`,
  ],
  [
    /(contact|buyer|creator|seller|recipient|sender|cpf|picker|rp)_(name|person)$|^(buyer|creator|recipient|person)$/,
    one(people),
  ],
  [/^title$/, one(products)],
  [/(country|region)(_code|s)?$|^iso_code$|_market$/, one(['US', 'GB', 'ID', 'MX'])],
  [/country_name/, one(['United States', 'United Kingdom', 'Indonesia', 'Mexico'])],
  [/postal_?code|zip_?code/, ({ dice, key }) => dice.digits(key, 5)],
  [/^(city|town|post_town|di?strict|distict)(_name)?$/, one(['Springfield', 'Riverside', 'Fairview', 'Lakeside'])],
  [/^(state|province)(_name)?$/, one(['California', 'Texas', 'Ohio', 'Oregon'])],
  [/address_?line_?[2-9]/, ({ dice, key }) => `Unit ${dice.integer(key, 1, 80)}`],
  [
    /^full_address$/,
    ({ dice, key }) => `${dice.pick(key, streets)}, Springfield, California ${dice.digits(`${key}#`, 5)}`,
  ],
  [/address(?!_level|_name)|street|building/, one(streets)],
  [/seller_sku|sku_code|external_sk[uc]|platform_s/, ({ dice, key }) => `SKU-${dice.text(key, 8, alphanumeric)}`],
  [/tracking_number|tracking_id|waybill/, ({ dice, key }) => `JX${dice.digits(key, 12)}`],
  [/barcode|identifier_code|gtin/, ({ dice, key }) => withCheckDigit(dice.digits(key, 12))],
  [/cpf|cnpj|tax_number|license|register/, ({ dice, key }) => dice.digits(key, 11)],
  [/latitude/, decimal(-60, 60)],
  [/longitude/, decimal(-150, 150)],
  [
    /rate$|percent|ratio$|^ctr$|_ctor$|fulfillment_percentage/,
    ({ dice, key }) => (dice.integer(key, 100, 9900) / 10_000).toFixed(4),
  ],
  [
    /amount|price|fee|cost|gmv|total|subtotal|revenue|commission|subsidy|deduction|discount_value|payment$/,
    decimal(1, 200),
  ],
  [/^(height|width|length|weight)$|_value$|^value$/, decimal(1, 40)],
  [/(date|day)$/, ({ date }) => date()],
  [/time$/, ({ date }) => `${date()}T08:00:00Z`],
  [/quantity|count|_num$|_cnt$|index|days$|position/, ({ dice, key }) => String(dice.integer(key, 1, 50))],
  [/locale/, () => 'en-US'],
  [/language/, () => 'en'],
  [/token|cipher|md5|hash|signature|base64/, ({ dice, key }) => dice.text(key, 32, '0123456789abcdef')],
  [/version/, () => '202309'],
  [/^description|_description/, () => 'Made for everyday use, tested and packed with care.'],
  [/_code$|^code$/, ({ dice, key }) => dice.text(key, 8, alphanumeric)],
  [/message|note|remark|reason|comment|text|content|bio|detail|suggestion|solve/, one(sentences)],
]

const makerOf = new Map<string, Maker>()

/** Makes up a plausible text for a field by its name. All hosts, addresses and telephone numbers are ones reserved for examples. */
export function makeText(name: string, place: TextPlace): string {
  let maker = makerOf.get(name)
  if (!maker) makerOf.set(name, (maker = findMaker(name)))
  return maker(place)
}

function findMaker(name: string): Maker {
  const maker = makers.find(([pattern]) => pattern.test(name))?.[1]
  if (maker) return maker
  const [, what] = /^(?:(.*)_)?(?:name|title)(?:_\w+)?$/.exec(name) ?? []
  if (what !== undefined && what !== 'local') return (place) => nameOf(what, place)
  if (/name|title/.test(name)) return (place) => nameOf(place.owner, place)
  return one(['Standard', 'Regular', 'Classic', 'Basic'])
}

/** Completes 12 digits to a valid EAN-13. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
