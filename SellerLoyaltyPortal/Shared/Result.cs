using System.Diagnostics.CodeAnalysis;

namespace SellerLoyaltyPortal.Shared;

/// <summary>The outcome of a use case: a value, or the errors that the user can mend; never both.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Error> errors) => (_value, Errors) = (value, errors);

    public IReadOnlyList<Error> Errors { get; }

    public bool IsSuccess => Errors.Count == 0;

    /// <exception cref="InvalidOperationException">The result is a failure.</exception>
    public T Value =>
        IsSuccess
            ? _value!
            : throw new InvalidOperationException(
                $"There is no value: {string.Join(", ", Errors.Select(e => e.Code))}."
            );

    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return IsSuccess;
    }

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Error error) => new(default, [error]);

    public static Result<T> Failure(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new(default, errors) : throw new ArgumentException("No errors.", nameof(errors));
}
