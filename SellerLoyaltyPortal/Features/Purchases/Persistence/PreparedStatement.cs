using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// A prepared SQLite statement without the boxing and the parameter objects of ADO.NET, which would take
/// most of the time of an import. It runs inside whatever transaction its connection is in.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private const int Bound = 512;
    private const int MostParameters = 24;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;

    // SQLite keeps what is bound when a statement is run again, so that only what differs needs to be bound.
    private readonly long?[] _boundNumbers = new long?[MostParameters];
    private readonly string?[] _boundTexts = new string?[MostParameters];

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _handle = _statement.DangerousGetHandle();
    }

    /// <summary>Parameters and columns count as in SQLite: parameters from 1, columns from 0.</summary>
    public void Bind(int parameter, long value) =>
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));

    public void Bind(int parameter, long? value)
    {
        if (value is { } number)
            Bind(parameter, number);
        else
            Check(raw.sqlite3_bind_null(_statement, parameter));
    }

    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
            return;
        }
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (size <= Bound)
        {
            Span<byte> bytes = stackalloc byte[Bound];
            Check(
                raw.sqlite3_bind_text(_statement, parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)])
            );
            return;
        }
        var rented = ArrayPool<byte>.Shared.Rent(size);
        Check(
            raw.sqlite3_bind_text(
                _statement,
                parameter,
                rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented))
            )
        );
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>
    /// Binds a number unless it is the one that is bound already. A parameter is bound either always or never
    /// in this way.
    /// </summary>
    public void BindIfChanged(int parameter, long value)
    {
        if (_boundNumbers[parameter] == value)
            return;
        _boundNumbers[parameter] = value;
        Bind(parameter, value);
    }

    /// <summary>The same for a nullable number: a parameter is null before it is bound.</summary>
    public void BindIfChanged(int parameter, long? value)
    {
        if (_boundNumbers[parameter] == value)
            return;
        _boundNumbers[parameter] = value;
        Bind(parameter, value);
    }

    /// <summary>The same for a text; only the very same string counts as bound already.</summary>
    public void BindIfChanged(int parameter, string? value)
    {
        if (ReferenceEquals(_boundTexts[parameter], value))
            return;
        _boundTexts[parameter] = value;
        Bind(parameter, value);
    }

    /// <returns>Whether there is a (further) row.</returns>
    public bool Step()
    {
        var code = NativeSqlite.Step(_handle);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            raw.sqlite3_reset(_statement);
            Check(code);
        }
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Ends reading, so that the statement can be bound and run again.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>Runs a statement that yields no row.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    /// <summary>Runs a statement that writes; returns how many rows it wrote.</summary>
    public int RunCounting()
    {
        Run();
        return raw.sqlite3_changes(_database);
    }

    public long Int64(int column) => NativeSqlite.Int64(_handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    public bool IsNull(int column) => NativeSqlite.Type(_handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>The bytes of a text; valid until the next step.</summary>
    public unsafe ReadOnlySpan<byte> Utf8(int column)
    {
        // SQLite asks for the blob first, its length after.
        var bytes = NativeSqlite.Blob(_handle, column);
        return new((void*)bytes, NativeSqlite.Bytes(_handle, column));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, _database);
    }
}
