using System.Collections;
using System.Reflection;

namespace Ganglion.Emulator.Tests.Snapshots;

/// <summary>Finds the fields in which two objects of this project differ, and all objects that they lead to.</summary>
/// <param name="leftOut">Fields that are not followed, as <c>Type.Field</c>.</param>
internal sealed class StateGraph(IReadOnlySet<string> leftOut)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly SortedSet<string> _differences = new(StringComparer.Ordinal);

    /// <summary>Fields that differ, as <c>Type.Field</c>.</summary>
    public IReadOnlyCollection<string> Differences => _differences;

    /// <summary>Fields that are not followed and in which something differs.</summary>
    public SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>Compares two objects.</summary>
    public void Compare(object? one, object? other) => Compare(one, other, "");

    private void Compare(object? one, object? other, string field)
    {
        if (ReferenceEquals(one, other))
        {
            return;
        }

        if (one is null || other is null || one.GetType() != other.GetType())
        {
            _differences.Add(field);
            return;
        }

        Type type = one.GetType();
        if (type.IsPrimitive || type.IsEnum || one is string)
        {
            if (!one.Equals(other))
            {
                _differences.Add(field);
            }
        }
        else if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(PriorityQueue<,>))
        {
            CompareElements(Sorted(one), Sorted(other), field);
        }
        else if (one is IEnumerable elements)
        {
            CompareElements([.. elements.Cast<object?>()], [.. ((IEnumerable)other).Cast<object?>()], field);
        }
        else if (IsOwn(type) && (type.IsValueType || _seen.Add(one)))
        {
            CompareFields(one, other, type);
        }
    }

    private static bool IsOwn(Type type) =>
        type.Namespace is { } name && (name.StartsWith("Ganglion", StringComparison.Ordinal) || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal));

    private void CompareFields(object one, object other, Type? type)
    {
        for (; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Own))
            {
                string name = $"{type.Name.Split('`')[0]}.{PlainName(field.Name)}";
                if (!leftOut.Contains(name))
                {
                    Compare(field.GetValue(one), field.GetValue(other), name);
                }
                else if (!LeftOut.Contains(name) && Differ(field.GetValue(one), field.GetValue(other)))
                {
                    LeftOut.Add(name);
                }
            }
        }
    }

    private void CompareElements(object?[] one, object?[] other, string field)
    {
        if (one.Length != other.Length)
        {
            _differences.Add(field);
            return;
        }

        for (int i = 0; i < one.Length; i++)
        {
            Compare(one[i], other[i], field);
        }
    }

    private static bool Differ(object? one, object? other)
    {
        var graph = new StateGraph(new HashSet<string>());
        graph.Compare(one, other);
        return graph.Differences.Count > 0;
    }

    private static object?[] Sorted(object queue) =>
        [.. ((IEnumerable)queue.GetType().GetProperty("UnorderedItems")!.GetValue(queue)!).Cast<object>().Select(item => item.ToString()).Order(StringComparer.Ordinal)];

    private static string PlainName(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : field;
}
