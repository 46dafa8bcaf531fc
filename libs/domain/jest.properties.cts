const fc = require('fast-check');

// The same cases in every run, so that a red run is a change; PROPERTY_SEED=… looks for others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261123) });
