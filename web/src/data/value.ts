// Numbers as the program hands them to the page. A number is null where the quantity is not defined, for example a price on
// a day without a sale.
export type Value = number | null;
