using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Crash;

/// <summary>
/// A data folder with one seller and a machine's key, on which the built portal is started as a process of
/// its own and killed (SIGKILL: nothing of it can tidy up), as often as one likes.
/// </summary>
internal sealed partial class PortalUnderFire : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly SqliteFile _file = new();
    private string _key = "";
    private Process? _process;
    private HttpClient? _client;

    /// <summary>Sends the seller's key; of the process that runs now.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException("The portal does not run.");

    public static async Task<PortalUnderFire> CreateAsync()
    {
        var portal = new PortalUnderFire();
        var seller = ASeller.Named("shop");
        await portal._file.AddAsync(seller);
        var owner = AUser.Named("owner");
        await portal._file.AddAsync(owner);
        await portal._file.AddAsync(owner.MemberOf(seller, SellerRole.Owner));
        var made = await new CreateApiKey(
            new SellerDirectory(portal._file.Contexts),
            portal._file.Contexts,
            TimeProvider.System
        ).RunAsync(
            AnAccess.To(seller, SellerRole.Owner, owner.Id),
            "crash test",
            [ApiScope.PurchasesWrite],
            default
        );
        portal._key = made.Value.Secret;
        return portal;
    }

    public async Task StartAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("dotnet", [BuiltPortal(), "--urls", "http://127.0.0.1:0"])
            {
                WorkingDirectory = Repository.Portal,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        // As in production: no demo data.
        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        process.StartInfo.Environment["DataOptions__Folder"] = _file.Folder;
        process.StartInfo.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        process.StartInfo.Environment.Remove("ASPNETCORE_URLS");
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && ListeningLine().Match(text) is { Success: true } match)
                listening.TrySetResult(new Uri(match.Value));
        };
        process.ErrorDataReceived += (_, _) => { };
        process.Exited += (_, _) =>
            listening.TrySetException(new InvalidOperationException("The portal ended."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        _client = new HttpClient { BaseAddress = await listening.Task.WaitAsync(StartLimit) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _key);
    }

    /// <summary>Kills the process at once; returns when it is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _client?.Dispose();
        (_process, _client) = (null, null);
    }

    /// <summary>Asks the process to end (SIGTERM), as systemd does; waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(TimeSpan patience)
    {
        using var process = _process ?? throw new InvalidOperationException("The portal does not run.");
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(patience);
        _client?.Dispose();
        (_process, _client) = (null, null);
        return process.ExitCode;
    }

    /// <summary>The database as the killed process left it; opening it recovers it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_file.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _file.Dispose();
    }

    private static string BuiltPortal()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(
            Repository.Portal,
            "bin",
            framework.Parent!.Name,
            framework.Name,
            "SellerLoyaltyPortal.dll"
        );
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex ListeningLine();
}
