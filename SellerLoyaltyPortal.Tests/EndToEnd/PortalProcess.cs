using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>
/// The built portal as a process of its own, as <c>dotnet run</c> starts it: Development, a free port, a data
/// folder of its own with the demo sellers. What it prints is kept in <c>Output/</c>.
/// </summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    /// <summary>The issue's bound for a first start is 60 s; a loaded machine gets more before this gives up.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly TempFolder _folder = new();
    private readonly StringBuilder _output = new();
    private TaskCompletionSource<Uri> _listening = NewListening();
    private Process _process;

    private PortalProcess() => _process = NewProcess("http://127.0.0.1:0");

    private static TaskCompletionSource<Uri> NewListening() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Process NewProcess(string address)
    {
        var process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("dotnet", [BuiltPortal(), "--urls", address])
            {
                WorkingDirectory = Repository.Portal,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                UseShellExecute = false,
            },
        };
        var environment = process.StartInfo.Environment;
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["DataOptions__Folder"] = _folder.Path;
        // What a developer's own shell sets must not reach the tested portal.
        environment.Remove("ASPNETCORE_URLS");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        var listening = _listening;
        process.Exited += (_, _) =>
            listening.TrySetException(new InvalidOperationException("The portal ended:\n" + Output));
        return process;
    }

    public Uri Address { get; private set; } = default!;

    public string DataFolder => _folder.Path;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static async Task<PortalProcess> StartAsync()
    {
        var portal = new PortalProcess();
        try
        {
            await portal.BeginAsync();
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the portal as a power cut would; see <see cref="StartAgainAsync"/>.</summary>
    public async Task KillAsync()
    {
        if (_process.HasExited)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>After <see cref="KillAsync"/>: the same address, the same data.</summary>
    public async Task StartAgainAsync()
    {
        _process.Dispose();
        _listening = NewListening();
        _process = NewProcess(Address.GetLeftPart(UriPartial.Authority));
        await BeginAsync();
    }

    private async Task BeginAsync()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(StartLimit);
        Address = await _listening.Task.WaitAsync(limit.Token);
        await AnswersAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await File.WriteAllTextAsync(TestOutput.File("portal.log"), Output);
        _process.Dispose();
        _folder.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Value));
    }

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"The portal answers its start page with {(int)answer.StatusCode}:\n{Output}"
            );
    }

    /// <summary>The portal's own build output, of the configuration in which these tests were built.</summary>
    private static string BuiltPortal()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(
            Repository.Portal,
            "bin",
            framework.Parent!.Name,
            framework.Name,
            "SellerLoyaltyPortal.dll"
        );
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException($"Build the portal first: there is no {path}.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex ListeningLine();
}
