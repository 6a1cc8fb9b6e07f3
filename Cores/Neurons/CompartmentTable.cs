using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Neurons;

/// <summary>Parameters and state of a core's compartments, one array per variable.</summary>
public sealed class CompartmentTable
{
    /// <summary>Compartments are padded to a multiple of this.</summary>
    public const int Lanes = 8;

    private readonly Dictionary<string, int[]> _columns;
    private readonly Dictionary<string, int[]> _initial = [];

    /// <summary>Fills the columns of a model from a core's image.</summary>
    /// <param name="variables">Columns of the model.</param>
    /// <param name="image">Image of the core.</param>
    /// <exception cref="ArgumentException">The image has a column that the model does not know, or one of the wrong length.</exception>
    public CompartmentTable(IReadOnlyList<NeuronVariable> variables, CoreImage image)
    {
        Compartments = image.Compartments;
        PaddedCompartments = (Compartments + Lanes - 1) / Lanes * Lanes;
        Variables = variables;
        _columns = variables.ToDictionary(variable => variable.Name, NewColumn);
        foreach (ParameterColumn column in image.Parameters)
        {
            Fill(column);
        }

        foreach (NeuronVariable variable in variables.Where(variable => variable.IsState))
        {
            _initial[variable.Name] = (int[])_columns[variable.Name].Clone();
        }
    }

    /// <summary>Compartments in use.</summary>
    public int Compartments { get; }

    /// <summary>Length of every column.</summary>
    public int PaddedCompartments { get; }

    /// <summary>Columns of the model.</summary>
    public IReadOnlyList<NeuronVariable> Variables { get; }

    /// <summary>The column of a variable; length <see cref="PaddedCompartments"/>.</summary>
    /// <param name="name">Name of the variable.</param>
    public int[] this[string name] => _columns[name];

    /// <summary>Whether there is a column of that name.</summary>
    /// <param name="name">Name of a variable.</param>
    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>Sets every state variable back to what the image gives.</summary>
    public void Reset()
    {
        foreach ((string name, int[] values) in _initial)
        {
            values.CopyTo(_columns[name], 0);
        }
    }

    /// <summary>Shows the state variables of the compartments in use; those that fill a vector never change.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    internal void Visit(IStateVisitor visitor)
    {
        foreach (NeuronVariable variable in Variables.Where(variable => variable.IsState))
        {
            visitor.Visit(variable.Name, _columns[variable.Name].AsSpan(0, Compartments));
        }
    }

    private int[] NewColumn(NeuronVariable variable)
    {
        int[] values = GC.AllocateArray<int>(PaddedCompartments, pinned: true);
        values.AsSpan(0, Compartments).Fill(variable.Default);
        values.AsSpan(Compartments).Fill(variable.Padding);
        return values;
    }

    private void Fill(ParameterColumn column)
    {
        if (!_columns.TryGetValue(column.Name, out int[]? values))
        {
            throw new ArgumentException($"The neuron model has no variable '{column.Name}'.");
        }

        if (column.Values.Length == 1)
        {
            values.AsSpan(0, Compartments).Fill(column.Values[0]);
        }
        else if (column.Values.Length == Compartments)
        {
            column.Values.CopyTo(values, 0);
        }
        else
        {
            throw new ArgumentException($"Column '{column.Name}' has {column.Values.Length} values for {Compartments} compartments.");
        }
    }
}
