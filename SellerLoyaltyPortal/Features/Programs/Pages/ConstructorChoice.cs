using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// The point with what is wrong in the fields beside it, and the steps back: a wrong value is said where it
/// was typed and leaves the point as it is.
/// </summary>
public sealed class ConstructorChoice(
    ConstructorPoint start,
    ProgramLimits limits,
    TimeProvider clock,
    Func<Error, string> explain
)
{
    public static readonly Error NotAWholeNumber = new(nameof(NotAWholeNumber));

    private readonly PointHistory _history = new(clock);

    public ConstructorPoint Point { get; private set; } = start;

    public string? ThresholdError { get; private set; }

    public string? DiscountError { get; private set; }

    public string? LifeError { get; private set; }

    public bool HasErrors => ThresholdError is not null || DiscountError is not null || LifeError is not null;

    public bool CanUndo => _history.CanUndo;

    public bool CanRedo => _history.CanRedo;

    /// <returns>Whether the point has changed, here and in the others.</returns>
    public bool SetThreshold(long? typed)
    {
        var error =
            typed is null ? NotAWholeNumber
            : Math.Abs(typed.Value) > 1_000_000_000_000 ? OutOfLimits()
            : MechanicValidation.CheckThreshold(Money.FromUnits(typed.Value), limits);
        ThresholdError = error is null ? null : explain(error);
        return error is null && Set(Point with { Threshold = typed!.Value }, nameof(Point.Threshold));
    }

    public bool SetDiscount(long? typed)
    {
        var error = typed is null
            ? NotAWholeNumber
            : MechanicValidation.CheckDiscount(
                Percent.FromWhole((int)Math.Clamp(typed.Value, -1_000, 1_000)),
                limits
            );
        DiscountError = error is null ? null : explain(error);
        return error is null && Set(Point with { Discount = (int)typed!.Value }, nameof(Point.Discount));
    }

    public bool SetLife(long? typed)
    {
        var error =
            typed is null ? NotAWholeNumber
            : MechanicValidation.CheckLife((int)Math.Clamp(typed.Value, -1, 1_000_000), limits)
                is [var first, ..]
                ? first
            : null;
        LifeError = error is null ? null : explain(error);
        return error is null && Set(Point with { LifeDays = (int)typed!.Value }, nameof(Point.LifeDays));
    }

    public bool SetStacking(StackingPolicy policy) =>
        Set(Point with { Stacking = policy }, nameof(Point.Stacking));

    /// <summary>A point that stands on the screen: a square of the heat map.</summary>
    public bool SetBoth(long threshold, int discount)
    {
        (ThresholdError, DiscountError) = (null, null);
        return Set(Point with { Threshold = threshold, Discount = discount }, nameof(SetBoth));
    }

    public bool Undo() => GoTo(_history.Undo(Point));

    public bool Redo() => GoTo(_history.Redo(Point));

    private bool GoTo(ConstructorPoint? point)
    {
        if (point is not { } there)
            return false;
        (ThresholdError, DiscountError, LifeError) = (null, null, null);
        Point = there;
        return true;
    }

    private bool Set(ConstructorPoint point, string choice)
    {
        if (point == Point)
            return false;
        _history.Note(Point, choice);
        Point = point;
        return true;
    }

    private Error OutOfLimits() =>
        new(
            "ThresholdOutOfLimits",
            nameof(ThresholdDiscount.Threshold),
            Money.FromUnits(limits.LowestThreshold),
            Money.FromUnits(limits.HighestThreshold)
        );
}
