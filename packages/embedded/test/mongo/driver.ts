import mongoose from 'mongoose';

/** The driver that mongoose brings: the one whose behaviour counts. */
export const { MongoClient } = mongoose.mongo;
