using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Tests.Crash;

/// <summary>
/// Something that a machine does to the portal until the portal is killed, and what must be in the database
/// afterwards. One instance lives through all rounds and remembers what was acknowledged.
/// </summary>
internal abstract class CrashLoad
{
    /// <summary>Works on until the portal is gone or the token is cancelled.</summary>
    public abstract Task RunAsync(HttpClient client, int round, CancellationToken cancellation);

    /// <summary>Throws where something acknowledged is missing, or something unfinished is there.</summary>
    public abstract void Verify(SqliteConnection database);

    /// <summary>What was acknowledged so far, for the result line.</summary>
    public abstract string Summary { get; }

    protected static long Count(
        SqliteConnection database,
        string sql,
        params (string Name, object Value)[] values
    )
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
