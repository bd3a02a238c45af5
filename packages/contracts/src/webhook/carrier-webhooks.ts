/** The type of the carriers' events that the shop acts on: a parcel moved, or something became of it. */
export const PARCEL_UPDATED = 'parcel.updated';
