import './colours.css';
import './base.css';
import './answer.css';
import './figure.css';
import './table.css';
import './explore.css';
import './print.css';
