// DuckDB, in memory: the monthly cohort triangle of the same lines, from dates and (to the peer's favour) from month
// numbers that were worked out beforehand. Prints best times and the answers that must equal ours.
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = process.argv[2];
const require = createRequire(join(process.argv[3], "package.json"));
const { DuckDBInstance } = require("@duckdb/node-api");
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(
  `CREATE TABLE lines AS SELECT buyer::INTEGER AS buyer, d, (year(d) * 12 + month(d) - 1)::INTEGER AS m, amount
   FROM (SELECT buyer, DATE '0001-01-01' + day::INTEGER AS d, amount::BIGINT AS amount
         FROM read_csv('${join(folder, "lines.csv")}', header = true))`,
);
const triangle = (month) => `
  WITH active AS (SELECT DISTINCT buyer, ${month} AS m FROM lines WHERE amount > 0),
       first AS (SELECT buyer, min(m) AS c FROM active GROUP BY buyer)
  SELECT c, m - c AS k, count(*) AS buyers FROM active JOIN first USING (buyer) GROUP BY c, k ORDER BY c, k`;
async function best(sql, runs) {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    (await connection.runAndReadAll(sql)).getRows();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
const fromDates = await best(triangle("year(d) * 12 + month(d) - 1"), 4);
const fromMonths = await best(triangle("m"), 4);
const rows = (await connection.runAndReadAll(triangle("m"))).getRows();
const low = Math.min(...rows.map((r) => Number(r[0])));
let cells = 0;
let weighted = 0;
for (const [c, k, buyers] of rows) {
  cells += Number(buyers);
  weighted += Number(buyers) * ((Number(c) - low) * 100 + Number(k));
}
const version = (await connection.runAndReadAll("SELECT version()")).getRows()[0][0];
console.log(`from_dates_ms\t${fromDates.toFixed(1)}\nms\t${Math.min(fromDates, fromMonths).toFixed(1)}`);
console.log(`answer_cells\t${cells}\nanswer_weighted\t${weighted}\nversion\tDuckDB ${version}`);
