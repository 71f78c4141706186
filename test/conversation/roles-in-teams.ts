/** The other people of the roster for tests, as they come to the bot. */
export const tom = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0004',
  name: 'Tom Adeyemi',
  email: 'tom.manager@example.org',
};
export const ruth = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0005',
  name: 'Ruth Castellan',
  email: 'ruth.head@example.org',
};
export const marta = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0006',
  name: 'Marta Kowalczyk',
  email: 'marta.educator@example.org',
};
export const ben = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0009',
  name: 'Benedikt Søgaard',
  email: 'ben.nqsw@example.org',
};
export const jo = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0008',
  name: 'Jo Whitfield',
  email: 'jo.deputy@example.org',
};
export const owen = {
  entraId: '6c1f0b1e-4f0a-4a55-9a4e-0d3c1c6f0007',
  name: 'Owen Prys',
  email: 'owen.senior@example.org',
};
