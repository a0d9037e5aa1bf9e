using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// The model against the database that the migrations made. EF compares its model with its own snapshot
/// only, and so does not see what a migration wrote by hand (<c>PurchaseLines</c>, WITHOUT ROWID).
/// </summary>
internal static class SchemaComparison
{
    public static IEnumerable<string> Differences(DbContext context) =>
        context
            .Model.GetRelationalModel()
            .Tables.SelectMany(table =>
                Differences(ModelColumns(table), DatabaseColumns(context, table.Name))
                    .Concat(Differences(ModelIndexes(table), DatabaseIndexes(context, table.Name)))
                    .Select(difference => $"{table.Name}: {difference}")
            );

    private static IEnumerable<string> Differences(IEnumerable<string> model, IEnumerable<string> database)
    {
        var (wanted, there) = (model.ToHashSet(), database.ToHashSet());
        return wanted
            .Except(there)
            .Select(item => $"the database lacks {item}")
            .Concat(there.Except(wanted).Select(item => $"the model lacks {item}"));
    }

    private static IEnumerable<string> ModelColumns(ITable table) =>
        table.Columns.Select(column =>
        {
            var position = table.PrimaryKey!.Columns.ToList().IndexOf(column) + 1;
            return Column(column.Name, column.StoreType, !column.IsNullable, position);
        });

    private static IEnumerable<string> DatabaseColumns(DbContext context, string table) =>
        context
            .Database.SqlQuery<ColumnRow>(
                $"SELECT name AS Name, type AS Type, \"notnull\" AS \"Required\", pk AS Pk FROM pragma_table_info({table})"
            )
            .AsEnumerable()
            .Select(row => Column(row.Name, row.Type, row.Required, row.Pk));

    private static IEnumerable<string> ModelIndexes(ITable table) =>
        table.Indexes.Select(index =>
            Index(index.Name, index.IsUnique, string.Join(", ", index.Columns.Select(c => c.Name)))
        );

    private static IEnumerable<string> DatabaseIndexes(DbContext context, string table) =>
        context
            .Database.SqlQuery<IndexRow>(
                $"""
                SELECT l.name AS Name, l."unique" AS IsUnique,
                    (SELECT group_concat(i.name, ', ') FROM pragma_index_info(l.name) i) AS Columns
                FROM pragma_index_list({table}) l WHERE l.origin = 'c'
                """
            )
            .AsEnumerable()
            .Select(row => Index(row.Name, row.IsUnique, row.Columns));

    private static string Column(string name, string type, bool required, int keyPosition) =>
        $"column {name} {type}{(required ? " NOT NULL" : "")}{(keyPosition > 0 ? $" KEY {keyPosition}" : "")}";

    private static string Index(string name, bool unique, string columns) =>
        $"{(unique ? "unique " : "")}index {name} ({columns})";

    private sealed record ColumnRow(string Name, string Type, bool Required, int Pk);

    private sealed record IndexRow(string Name, bool IsUnique, string Columns);
}
