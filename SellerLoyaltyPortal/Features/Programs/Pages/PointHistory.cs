namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// The steps that a person can take back and repeat. Changes of one choice that follow each other closely (a
/// slider while it is dragged) are one step.
/// </summary>
internal sealed class PointHistory(TimeProvider clock)
{
    public const int MostSteps = 200;

    private static readonly TimeSpan OneMove = TimeSpan.FromMilliseconds(700);

    private readonly LinkedList<ConstructorPoint> _back = new();
    private readonly Stack<ConstructorPoint> _forward = new();
    private string? _lastChoice;
    private long _lastAt;

    public bool CanUndo => _back.Count > 0;

    public bool CanRedo => _forward.Count > 0;

    /// <param name="before">The point before the change.</param>
    /// <param name="choice">What was changed.</param>
    public void Note(ConstructorPoint before, string choice)
    {
        var goesOn =
            string.Equals(_lastChoice, choice, StringComparison.Ordinal)
            && clock.GetElapsedTime(_lastAt) < OneMove;
        (_lastChoice, _lastAt) = (choice, clock.GetTimestamp());
        _forward.Clear();
        if (goesOn && CanUndo)
            return;
        _back.AddLast(before);
        if (_back.Count > MostSteps)
            _back.RemoveFirst();
    }

    /// <summary>The point to go back to; null where there is none.</summary>
    public ConstructorPoint? Undo(ConstructorPoint current)
    {
        if (_back.Last is not { } last)
            return null;
        _back.RemoveLast();
        _forward.Push(current);
        _lastChoice = null;
        return last.Value;
    }

    public ConstructorPoint? Redo(ConstructorPoint current)
    {
        if (!_forward.TryPop(out var next))
            return null;
        _back.AddLast(current);
        _lastChoice = null;
        return next;
    }
}
