using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Takes what goods cost, pasted or from a file; all rows or none, each fault by its row.</summary>
public sealed partial class GoodsCostsCard(
    GoodsCosts goodsCosts,
    SaveGoodsCosts saveGoodsCosts,
    IStringLocalizer<EconomicsText> texts,
    IStringLocalizer<ProgramsText> rules
) : ComponentBase, IDisposable
{
    private const long LargestFile = 8 * 1024 * 1024;
    private readonly CancellationTokenSource _leaving = new();
    private int? _known;
    private string _text = "";
    private GoodsCostRows? _rows;
    private IReadOnlyList<Error> _errors = [];
    private string? _outcome;
    private bool _asksClear;
    private bool _busy;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    private IStringLocalizer<ProgramsText> Rules => rules;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _known = await goodsCosts.CountAsync(Access, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        (_rows, _outcome, _errors) = (null, null, []);
        if (chosen.File.Size > LargestFile)
        {
            _errors = [new("GoodsFileTooLarge", null, LargestFile / 1024 / 1024)];
            return;
        }
        await using var content = chosen.File.OpenReadStream(LargestFile, _leaving.Token);
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        await StoreAsync(await reader.ReadToEndAsync(_leaving.Token));
    }

    private async Task StoreAsync(string text)
    {
        (_busy, _outcome, _errors) = (true, null, []);
        _rows = GoodsCostRows.Read(text);
        var result = await saveGoodsCosts.RunAsync(Access, _rows, _leaving.Token);
        (_busy, _errors) = (false, result.Errors);
        if (!result.IsSuccess)
            return;
        _known = result.Value.Known;
        _outcome = texts.Plural("GoodsSaved", result.Value.Changed);
        _text = "";
    }

    private async Task ClearAsync()
    {
        (_busy, _outcome, _rows) = (true, null, null);
        var result = await saveGoodsCosts.ClearAsync(Access, _leaving.Token);
        (_busy, _asksClear, _errors) = (false, false, result.Errors);
        if (!result.IsSuccess)
            return;
        _known = 0;
        _outcome = texts["GoodsCleared"];
    }
}
