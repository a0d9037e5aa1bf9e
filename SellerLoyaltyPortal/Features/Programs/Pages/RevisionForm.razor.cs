using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Changes a running program: shows who gains, who loses, who is untouched and the money, then asks.</summary>
public sealed partial class RevisionForm(
    LoadRevisionFigures loadRevisionFigures,
    ReviseProgram reviseProgram,
    IOptions<ProgramLimits> limits,
    IStringLocalizer<ProgramsText> texts
) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private RevisionFigures? _figures;
    private RevisionPreview? _preview;
    private IReadOnlyList<Error> _errors = [];
    private long _threshold;
    private int _discount;
    private StackingPolicy _stacking;
    private string? _thresholdError;
    private string? _discountError;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ProgramDetails Program { get; set; }

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>What the address proposes; anything that is no threshold is left alone.</summary>
    [Parameter]
    public string? StartThreshold { get; set; }

    [Parameter]
    public string? StartDiscount { get; set; }

    [Parameter]
    public EventCallback<ProgramDetails> Decided { get; set; }

    private IStringLocalizer<ProgramsText> L => texts;

    private ThresholdDiscount Latest =>
        Program.LatestMechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => (ThresholdDiscount)Program.LatestMechanic,
        };

    private ThresholdDiscount Wanted =>
        Latest with
        {
            Threshold = Money.FromUnits(_threshold),
            Discount = Percent.FromWhole(_discount),
            Stacking = _stacking,
        };

    private bool IsChanged => Wanted != Latest;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _threshold =
            ConstructorAddress.Threshold(StartThreshold, limits.Value) ?? (long)Latest.Threshold.ToDecimal();
        _discount =
            ConstructorAddress.Discount(StartDiscount, limits.Value) ?? (int)Latest.Discount.ToDecimal();
        _stacking = Latest.Stacking;
        try
        {
            _figures = await loadRevisionFigures.RunAsync(Access, Program, _leaving.Token);
            await CompareAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private Task TypeThresholdAsync(long? typed)
    {
        var error =
            typed is null || Math.Abs(typed.Value) > 1_000_000_000_000
                ? new("NotAWholeNumber")
                : MechanicValidation.CheckThreshold(Money.FromUnits(typed.Value), limits.Value);
        _thresholdError = error is null ? null : texts.Explain(error, Access.Currency);
        if (error is not null)
            return Task.CompletedTask;
        _threshold = typed!.Value;
        return CompareAsync();
    }

    private Task TypeDiscountAsync(long? typed)
    {
        var error = typed is null
            ? new("NotAWholeNumber")
            : MechanicValidation.CheckDiscount(
                Percent.FromWhole((int)Math.Clamp(typed.Value, -1_000, 1_000)),
                limits.Value
            );
        _discountError = error is null ? null : texts.Explain(error, Access.Currency);
        if (error is not null)
            return Task.CompletedTask;
        _discount = (int)typed!.Value;
        return CompareAsync();
    }

    private Task TakeStackingAsync(ChangeEventArgs change)
    {
        if (Enum.TryParse<StackingPolicy>(change.Value as string, out var policy))
            _stacking = policy;
        return CompareAsync();
    }

    private async Task CompareAsync()
    {
        _errors = [];
        if (_figures is not { } figures)
            return;
        var wanted = Wanted;
        var preview = await Task.Run(() => figures.Compare(wanted), _leaving.Token);
        // The person may have typed on meanwhile: the newest one's answer is shown.
        if (wanted == Wanted)
            _preview = preview;
    }

    private async Task DecideAsync()
    {
        _busy = true;
        var result = await reviseProgram.RunAsync(
            Access,
            Program.Id,
            Program.Revision,
            Wanted,
            _leaving.Token
        );
        (_busy, _errors) = (false, result.Errors);
        if (result.TryGet(out var changed))
            await Decided.InvokeAsync(changed);
    }
}
