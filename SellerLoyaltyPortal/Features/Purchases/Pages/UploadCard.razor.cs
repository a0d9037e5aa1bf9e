using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>Receives a file into the data folder and hands it to <see cref="ImportJobs"/>.</summary>
public sealed partial class UploadCard(
    ImportJobs jobs,
    ImportLimit files,
    IOptions<PurchasesOptions> options,
    IStringLocalizer<PurchasesText> texts
) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private string? _fileName;
    private double? _received;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>A job runs already, so no other can begin.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<ImportJob> Started { get; set; }

    private PurchasesOptions Options => options.Value;

    private IStringLocalizer L => texts;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private async Task ReceiveAsync(InputFileChangeEventArgs e)
    {
        _error = null;
        var limit = Options.MaxUploadMegabytes * 1_048_576L;
        if (e.File.Size > limit)
        {
            _error = L["FileTooLarge", Display.Count(Options.MaxUploadMegabytes)];
            return;
        }
        if (files.Take(Access) > TimeSpan.Zero)
        {
            _error = L["TooManyFiles", Display.Count(files.MostOf(Access))];
            return;
        }
        (_fileName, _received) = (e.File.Name, 0);
        var upload = jobs.NewUpload();
        try
        {
            await using (var target = upload.Create())
            {
                await using var source = e.File.OpenReadStream(limit, _left.Token);
                await CopyAsync(source, target, e.File.Size);
            }
            var received = await jobs.ReceiveAsync(Access, upload, e.File.Name, _left.Token);
            if (received.TryGet(out var job))
                await Started.InvokeAsync(job);
            else
            {
                upload.Delete();
                _error = L.Explain(received.Errors[0]);
            }
        }
        catch (Exception lost)
            when (lost is IOException or OperationCanceledException || StorageErrors.Of(lost) is not null)
        {
            upload.Delete();
            _error = StorageErrors.Of(lost) is { } fault ? L.Explain(fault) : L["ReceivingFailed"];
        }
        finally
        {
            _received = null;
        }
    }

    private async Task CopyAsync(Stream source, Stream target, long length)
    {
        var buffer = new byte[1 << 16];
        var shown = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, _left.Token)) > 0)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), _left.Token);
            _received = length == 0 ? 1 : (double)target.Position / length;
            if ((int)(_received * 100) <= shown)
                continue;
            shown = (int)(_received * 100);
            StateHasChanged();
        }
    }

    private static string Percent(double share) =>
        ((int)(share * 100)).ToString(CultureInfo.InvariantCulture);
}
