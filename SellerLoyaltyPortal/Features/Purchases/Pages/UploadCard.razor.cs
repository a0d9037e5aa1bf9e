using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>Receives a file into the data folder, asks for its layout and hands it to <see cref="ImportJobs"/>.</summary>
public sealed partial class UploadCard(
    ImportJobs jobs,
    IOptions<PurchasesOptions> options,
    IStringLocalizer<PurchasesText> texts
) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private string? _path;
    private string? _fileName;
    private PurchaseLayout? _layout;
    private PurchaseLayout? _detected;
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
        Forget();
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
        (_fileName, _received) = (e.File.Name, 0);
        var path = jobs.NewUploadPath();
        try
        {
            await using (var target = File.Create(path))
            {
                await using var source = e.File.OpenReadStream(limit, _left.Token);
                await CopyAsync(source, target, e.File.Size);
                target.Position = 0;
                _detected = LayoutDetection.Detect(target);
            }
            (_path, _layout) = (path, _detected);
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException)
        {
            File.Delete(path);
            _error = L["ReceivingFailed"];
        }
        finally
        {
            _received = null;
        }
    }

    private async Task CopyAsync(Stream source, FileStream target, long length)
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

    private async Task CheckAsync()
    {
        if (_path is null || _layout is not { } layout)
            return;
        var started = await jobs.CheckAsync(Access, _path, _fileName!, layout, CancellationToken.None);
        if (started.TryGet(out var job))
        {
            // The file belongs to the job now.
            (_path, _fileName) = (null, null);
            await Started.InvokeAsync(job);
        }
        else
            _error = L.Explain(started.Errors[0]);
    }

    private void Forget()
    {
        if (_path is not null)
            File.Delete(_path);
        (_path, _fileName, _error) = (null, null, null);
    }

    private static string Percent(double share) =>
        ((int)(share * 100)).ToString(CultureInfo.InvariantCulture);
}
