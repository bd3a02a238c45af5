/** Type of the carriers' events that the shop handles: the status of a parcel changed. */
export const PARCEL_UPDATED = 'parcel.updated';
