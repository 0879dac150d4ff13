/** Words of a name that do not tell who it is, folded as `fold-name.ts` folds. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Legal forms that are no name anywhere in a text. */
export const legalForms = words(
  'ltd limited llc llp inc incorporated corp corporation gmbh mbh ohg gbr sarl sasu eurl srl slu spa sro bvba pty pte pvt kft zrt ltda eireli mei tbk ugmbh spzoo doo oyj sicav plc kgaa',
)

/** Legal forms and titles that are names elsewhere: taken off the end of a text only. */
export const trailingForms = words('ag kg ug ek ev sa sas sl sp bv nv oy ab as aps co company lp dba cv pt me eu')

export const leadingForms = words('pt cv mr mrs ms miss dr herr frau mme sr sra the')

/** What accounts and agencies hang on a name. */
export const weakWords: Record<'creator' | 'campaign', ReadonlySet<string>> = {
  creator: words(
    'official offical real the its iam im hello hey tv yt ig tt media studio studios production productions agency management mgmt influencer creator creators blog blogger vlog vlogs channel photography entertainment digital id no nr number user account profile',
  ),
  campaign: words('the campaign campaigns kampagne campagne campana campanha campagna project projekt projet proyecto'),
}
