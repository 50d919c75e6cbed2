// ajv on the same data as schema_speed.cc, one line of JSON too. Run where node_modules is.
const fs = require('fs');
const path = require('path');
const load = (name) => require(require.resolve(name, {paths: [process.cwd()]}));

const [schemaPath, instancesPath, seconds] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(schemaPath, 'utf8'));
const lines = fs.readFileSync(instancesPath, 'utf8').split('\n').filter((line) => line.trim());
const documents = lines.map((line) => JSON.parse(line));
const dialect = String(schema.$schema || '');

function Compile(unicodeRegExp) {
  const Ajv = load(dialect.includes('2020-12') ? path.join('ajv', 'dist', '2020')
      : dialect.includes('2019-09') ? path.join('ajv', 'dist', '2019') : 'ajv');
  const ajv = new (Ajv.default || Ajv)(
      {strict: false, validateFormats: false, unicodeRegExp, logger: false});
  if (dialect.includes('draft-06')) {
    ajv.addMetaSchema(load(path.join('ajv', 'dist', 'refs', 'json-schema-draft-06.json')));
  }
  return ajv.compile(schema);
}

let validate;
try {
  validate = Compile(true);
} catch (error) {
  validate = Compile(false);
}
const passes = [];
let rejected = 0;
const start = process.hrtime.bigint();
while (passes.length < 3 || Number(process.hrtime.bigint() - start) < Number(seconds) * 1e9) {
  rejected = 0;
  const begin = process.hrtime.bigint();
  for (const document of documents) {
    if (!validate(document)) {
      ++rejected;
    }
  }
  passes.push(Number(process.hrtime.bigint() - begin));
}
const warm = passes.slice(Math.min(50, Math.floor(passes.length / 4))).sort((a, b) => a - b);
const median = warm[Math.floor(warm.length / 2)];
console.log(JSON.stringify({sweep: median / documents.length, rejected}));
