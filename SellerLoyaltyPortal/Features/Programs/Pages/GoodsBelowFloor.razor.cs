using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Goods that a discount on everything pushes below the seller's margin floor, where costs are known.</summary>
public sealed partial class GoodsBelowFloor(LoadGoodsFigures loadGoodsFigures) : ComponentBase, IDisposable
{
    private const int Top = 10;
    private readonly CancellationTokenSource _leaving = new();
    private GoodsFigures? _figures;
    private GoodsMargins? _margins;
    private DayRange? _loadedFor;
    private Percent? _countedFor;
    private bool _loaded;
    private bool _all;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required DayRange Window { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    private Percent Floor => _figures?.Economics.MarginFloor ?? default;

    private ICollection<GoodsMargin> Shown => [.. _all ? _margins!.Pushed : _margins!.Pushed.Take(Top)];

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // The first page does not wait for it: it goes over every line of the window.
        if (!RendererInfo.IsInteractive)
            return;
        try
        {
            if (_loadedFor != Window)
            {
                _loadedFor = Window;
                _figures = await loadGoodsFigures.RunAsync(Access, Window, _leaving.Token);
                (_loaded, _countedFor) = (true, null);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }
        if (_figures is null || _countedFor == Discount)
            return;
        _countedFor = Discount;
        _margins = _figures.At(Discount);
    }
}
