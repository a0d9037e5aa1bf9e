using System.Net;
using System.Net.Sockets;
using SellerLoyaltyPortal.Features.Operations.Start;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Start;

/// <summary>A start that can't be: the process ends by itself, says why, and shows no stack.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_WrongSetting_NamesItAndTouchesNothing()
    {
        var errors = await RefusedAsync("--OperationsOptions:MetricsToken=short");

        Assert.Contains("MetricsToken", errors, StringComparison.Ordinal);
        Assert.Contains("OperationsOptions__", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File(SqliteFile.DatabaseName)));
    }

    [Fact]
    public async Task Start_DamagedDatabase_SaysSoAndLeavesItAsItWas()
    {
        var damaged = Enumerable.Repeat((byte)0x5A, 100_000).ToArray();
        await File.WriteAllBytesAsync(_folder.File(SqliteFile.DatabaseName), damaged);

        var errors = await RefusedAsync();

        Assert.Contains("damaged", errors, StringComparison.Ordinal);
        Assert.Contains("admin restore", errors, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_folder.File(SqliteFile.DatabaseName)));
    }

    [Fact]
    public async Task Start_FolderThatIsAFile_SaysWhichSettingNamesIt()
    {
        var file = _folder.File("a-file");
        await File.WriteAllTextAsync(file, "");

        var (code, output, errors) = await PortalProcess.RunAsync(file, "", "--urls", "http://127.0.0.1:0");

        Assert.Equal(StartRefusals.ExitCode, code);
        Assert.Contains("DataOptions:Folder", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AddressTaken_SaysWhatToChoose()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, _, errors) = await PortalProcess.RunAsync(
            _folder.Path,
            "",
            "--urls",
            $"http://{other.LocalEndpoint}"
        );

        Assert.Equal(StartRefusals.ExitCode, code);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(params string[] args)
    {
        var (code, output, errors) = await PortalProcess.RunAsync(
            _folder.Path,
            "",
            ["--urls", "http://127.0.0.1:0", .. args]
        );
        Assert.Equal(StartRefusals.ExitCode, code);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        return errors;
    }
}
